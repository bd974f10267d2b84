package banshi.startup.form;

import banshi.startup.names.OrganisationForm;
import banshi.text.Text;

/** What somebody is to the business. */
public enum Role {
  /** Shareholder (股东): a person or a company. */
  SHAREHOLDER("股东", "Shareholder"),
  /** Legal representative (法定代表人). */
  LEGAL_REPRESENTATIVE("法定代表人", "Legal representative"),
  /** Director (董事). */
  DIRECTOR("董事", "Director"),
  /** Manager (经理). */
  MANAGER("经理", "Manager"),
  /** Supervisor (监事). */
  SUPERVISOR("监事", "Supervisor"),
  /** Liaison to the registry (登记联络员). */
  LIAISON("登记联络员", "Liaison"),
  /** Officer in charge of finance (财务负责人). */
  FINANCE_OFFICER("财务负责人", "Finance officer"),
  /** Beneficial owner (受益所有人). */
  BENEFICIAL_OWNER("受益所有人", "Beneficial owner"),
  /** The sole trader (经营者). */
  OPERATOR("经营者", "Operator");

  private final Text label;

  Role(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people call it. */
  public Text label() {
    return label;
  }

  /**
   * Whether whoever has it signs: those whose identity the registry verifies (市场主体登记管理条例实施细则 art.
   * 16). Beneficial owners are filed, not asked; a finance officer is named to the tax office.
   */
  public boolean signs() {
    return switch (this) {
      case SHAREHOLDER, LEGAL_REPRESENTATIVE, DIRECTOR, MANAGER, SUPERVISOR, LIAISON, OPERATOR ->
          true;
      case FINANCE_OFFICER, BENEFICIAL_OWNER -> false;
    };
  }

  /** Whether a business of {@code form} can have it. */
  boolean belongsTo(OrganisationForm form) {
    return switch (this) {
      case SHAREHOLDER, LEGAL_REPRESENTATIVE, DIRECTOR, MANAGER, SUPERVISOR, BENEFICIAL_OWNER ->
          form == OrganisationForm.LLC;
      case OPERATOR -> form == OrganisationForm.SOLE_PROPRIETOR;
      case LIAISON, FINANCE_OFFICER -> true;
    };
  }
}
