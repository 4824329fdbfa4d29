/** What is dragged says by this type that it is an item of a board; its data is the item's id. */
export const ITEM_TYPE = 'application/x-passerelle-item';
