/**
 * Keys at work: sealing of single fields, keyed hashes, page cursors and receipt codes. Pure
 * computation over keys given by the caller; nothing here reads configuration, a clock or a
 * network.
 */
package banshi.crypto;
