/**
 * Reads the cloud side (infra/template.yaml) and refuses by name whatever it does not understand.
 */
package banshi.local.template;
