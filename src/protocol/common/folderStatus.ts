/** How far the folder is read; `none` where none is open. */
export type FolderStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly articles: number }
