/**
 * Who acts and for whom: identity numbers and their checks, personal data as types that print
 * masked, roles, and the callers that bearer tokens stand for.
 */
package banshi.identity;
