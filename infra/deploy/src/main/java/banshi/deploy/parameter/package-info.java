/** The values of a template's parameters: where each comes from, and which must not change. */
package banshi.deploy.parameter;
