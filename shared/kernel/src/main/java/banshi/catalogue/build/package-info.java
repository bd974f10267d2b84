/**
 * Compiles the catalogue's sources (YAML, written by people) into what {@link
 * banshi.catalogue.Catalogue} reads, and rejects them whole, with every problem named, if they
 * break a rule. Runs in the build only: it alone needs a YAML parser.
 */
package banshi.catalogue.build;
