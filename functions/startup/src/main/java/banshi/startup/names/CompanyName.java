package banshi.startup.names;

/**
 * A name that keeps every rule software can judge; whether it is free is another question. Two
 * names may not stand beside each other when registry, industry and trade name are the same
 * (企业名称登记管理规定 art. 17).
 *
 * @param registry the registry's six-digit division code
 * @param industry the industry's code
 * @param tradeName the trade name, normalised
 * @param form the form of organisation
 * @param full the whole name
 * @param months how long it is reserved (art. 18): 2, or 12 where an approval comes first
 */
public record CompanyName(
    String registry,
    String industry,
    String tradeName,
    OrganisationForm form,
    String full,
    int months) {}
