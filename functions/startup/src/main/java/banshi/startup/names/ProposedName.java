package banshi.startup.names;

import java.util.Optional;

/**
 * A name as somebody typed it, in its four parts (企业名称登记管理规定 art. 6).
 *
 * @param district the division: its name with the city, 重庆市沙坪坝区, or its six-digit code
 * @param tradeName the trade name (字号)
 * @param industry the industry: one of the published codes, or a word of it
 * @param form the form of organisation
 * @param ending the words for that form, 有限公司 or 店; the form's usual ones when left out
 */
public record ProposedName(
    String district,
    String tradeName,
    String industry,
    OrganisationForm form,
    Optional<String> ending) {}
