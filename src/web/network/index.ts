// The door of network/: who has deals with whom. It draws, and is loaded where something is drawn.
export { Dealers } from "./dealers.tsx";
export { Network } from "./network.tsx";
