/**
 * Company start-up (企业开办): a name, one form, everybody's signature, a licence, and the rest in
 * parallel, within three working hours.
 */
package banshi.startup;
