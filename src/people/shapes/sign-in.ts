/** Where in the stored letter the link goes: it is made when the letter leaves, so that no table ever holds it. */
export const LINK_PLACE = '{link}'
