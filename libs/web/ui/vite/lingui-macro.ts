import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import type { Plugin } from 'vite';

const usesMacro = /from ['"]@lingui\/(?:core|react)\/macro['"]/;

/**
 * Turns Lingui's macros into calls, in the files that use them. Lingui's own native transform does the same, but npm
 * leaves it out when it runs under Node 20, which is what a bare machine has before this workspace brings Node 24.
 */
export function linguiMacros(): Plugin {
  return {
    name: 'kantinekortet:lingui-macros',
    enforce: 'pre',
    transform: {
      filter: { id: /\.tsx?$/, code: usesMacro },
      async handler(code, id) {
        const result = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: ['typescript', 'jsx'] },
          plugins: [[linguiMacro, { descriptorFields: this.environment.config.isProduction ? 'id-only' : 'all' }]],
        });
        return result?.code ? { code: result.code, map: result.map ?? null } : null;
      },
    },
  };
}
