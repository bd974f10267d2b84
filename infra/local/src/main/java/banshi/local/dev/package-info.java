/** What testers need and production never has: tokens, movable time, a page of the API. */
package banshi.local.dev;
