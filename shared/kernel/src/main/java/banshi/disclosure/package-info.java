/** Personal data in full: asked for by name, put on record, and only then shown. */
package banshi.disclosure;
