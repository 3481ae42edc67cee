// Loaded into each child: when its parent is gone, however that died, the child stops as if asked to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
