export { addOre, formatKr, kr, ore, parseOre, type Ore } from './ore.ts';
