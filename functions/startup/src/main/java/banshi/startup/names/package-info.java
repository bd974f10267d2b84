/**
 * Names of companies and sole traders (名称): what the form rules and the prohibitions that software
 * can judge say of one, and which other names are like it. Nothing here is stored or looked up.
 */
package banshi.startup.names;
