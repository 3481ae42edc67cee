/** Every feature of the API, in the order of their dependencies. */
export const featureModules = [];
