package banshi.startup.form;

import static banshi.startup.form.Broken.llc;
import static banshi.startup.form.Broken.sole;
import static banshi.startup.form.Forms.and;
import static banshi.startup.form.Forms.ofOne;
import static banshi.startup.form.Forms.person;
import static banshi.startup.form.Forms.shareholder;
import static banshi.startup.form.Forms.soleTrader;
import static banshi.startup.form.Forms.with;

import banshi.identity.IdType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Rules broken within one entry, or in what is said of the business. */
final class BrokenEntries {
  private BrokenEntries() {}

  static List<Broken> people() {
    return List.of(
        llc(
            FormFault.REQUIRED,
            "/people/7/role",
            Forms.asking(with(ofOne(), 7, Forms::withoutRole), Service.SEAL)),
        llc(
            FormFault.REQUIRED,
            "/people/6/name",
            with(ofOne(), 6, one -> Forms.called(one, Optional.empty()))),
        llc(
            FormFault.REQUIRED,
            "/people/6/idType",
            with(ofOne(), 6, one -> Forms.identified(one, Optional.empty(), one.idNumber()))),
        llc(
            FormFault.REQUIRED,
            "/people/6/idNumber",
            with(ofOne(), 6, one -> Forms.identified(one, one.idType(), Optional.empty()))),
        llc(
            FormFault.NAME_MALFORMED,
            "/people/6/name",
            with(ofOne(), 6, one -> Forms.called(one, Optional.of("测*")))),
        llc(
            FormFault.ID_MALFORMED,
            "/people/6/idNumber",
            with(
                ofOne(),
                6,
                one -> Forms.identified(one, one.idType(), Optional.of("500106190001010018")))),
        llc(
            FormFault.ID_MALFORMED,
            "/people/6/idNumber",
            with(ofOne(), 6, one -> Forms.identified(one, one.idType(), Optional.of(" ")))),
        llc(
            FormFault.PHONE_MALFORMED,
            "/people/4/phone",
            with(ofOne(), 4, one -> Forms.reached(one, Optional.of("无")))),
        llc(FormFault.ROLE_NOT_OF_FORM, "/people/8/role", and(ofOne(), person(Role.OPERATOR, 4))),
        sole(
            FormFault.ROLE_NOT_OF_FORM,
            "/people/1/role",
            and(soleTrader(), shareholder(2, "100", "1"))),
        llc(
            FormFault.NATURAL_PERSON_NEEDED,
            "/people/7/idType",
            with(
                ofOne(),
                7,
                one ->
                    Forms.identified(
                        one, Optional.of(IdType.CREDIT_CODE), Optional.of("91500106000000027Q")))),
        llc(
            FormFault.DOCUMENT_CANNOT_SIGN,
            "/people/6/idType",
            with(
                ofOne(),
                6,
                one ->
                    Forms.identified(one, Optional.of(IdType.PASSPORT), Optional.of("E0000001")))),
        llc(
            FormFault.DOCUMENT_CANNOT_SIGN,
            "/people/6/idType",
            with(
                ofOne(),
                6,
                one -> Forms.identified(one, Optional.of(IdType.OTHER), Optional.of("0000001")))),
        llc(FormFault.OFFICER_UNDER_AGE, "/people/6/idNumber", with(ofOne(), 6, Forms::young)),
        llc(FormFault.SHAREHOLDER_TWICE, "/people/8/role", shareholderTwice()),
        llc(FormFault.ROLE_TWICE, "/people/8/role", and(ofOne(), person(Role.DIRECTOR, 1))),
        llc(
            FormFault.PERSON_INCONSISTENT,
            "/people/2/name",
            with(ofOne(), 2, one -> Forms.called(one, Optional.of("测试二")))),
        llc(
            FormFault.PERSON_INCONSISTENT,
            "/people/2/phone",
            with(ofOne(), 2, one -> Forms.reached(one, Optional.of("13900000002")))),
        llc(
            FormFault.PERSON_INCONSISTENT,
            "/people/2/idType",
            with(
                ofOne(),
                2,
                one ->
                    Forms.identified(one, Optional.of(IdType.RESIDENCE_PERMIT), one.idNumber()))),
        llc(
            FormFault.NOT_OF_ROLE,
            "/people/6/share",
            with(
                ofOne(),
                6,
                one -> Forms.staked(one, Optional.of(BigDecimal.TEN), Optional.empty()))),
        llc(
            FormFault.NOT_OF_ROLE,
            "/people/6/contribution",
            with(
                ofOne(),
                6,
                one -> Forms.staked(one, Optional.empty(), Optional.of(Forms.contribution("1"))))),
        llc(
            FormFault.NOT_OF_ROLE,
            "/people/6/control",
            with(ofOne(), 6, one -> Forms.controlling(one, Optional.of(Control.VOTES)))));
  }

  private static SubmittedForm shareholderTwice() {
    return and(
        with(ofOne(), 0, one -> shareholder(1, "60", "300000")), shareholder(1, "40", "200000"));
  }

  static List<Broken> company() {
    return List.of(
        llc(
            FormFault.REQUIRED,
            "/company",
            new SubmittedForm(Optional.empty(), ofOne().people(), ofOne().services())),
        llc(FormFault.REQUIRED, "/company/capital", with(ofOne(), Forms.capital(Optional.empty()))),
        llc(
            FormFault.CAPITAL_OUT_OF_RANGE,
            "/company/capital",
            with(ofOne(), Forms.capital(Optional.of(BigDecimal.ZERO)))),
        llc(
            FormFault.CAPITAL_OUT_OF_RANGE,
            "/company/capital",
            with(ofOne(), Forms.capital(Optional.of(new BigDecimal("100000000000.01"))))),
        llc(
            FormFault.CAPITAL_DECIMALS,
            "/company/capital",
            with(ofOne(), Forms.capital(Optional.of(new BigDecimal("500000.001"))))),
        llc(FormFault.SCOPE_MISSING, "/company/businessScope", with(ofOne(), Forms.scope())),
        llc(
            FormFault.SCOPE_UNKNOWN,
            "/company/businessScope/1",
            with(ofOne(), Forms.scope("CATERING", "SPACE-TRAVEL"))),
        llc(
            FormFault.SCOPE_TWICE,
            "/company/businessScope/2",
            with(ofOne(), Forms.scope("CATERING", "LODGING", "CATERING"))),
        llc(FormFault.REQUIRED, "/company/address", with(ofOne(), Forms.at(Optional.empty()))),
        llc(FormFault.REQUIRED, "/company/address/street", at(Optional.empty(), "测试路1号")),
        llc(FormFault.STREET_UNKNOWN, "/company/address/street", at(Optional.of("解放碑"), "测试路1号")),
        llc(
            FormFault.STREET_UNKNOWN,
            "/company/address/street",
            at(Optional.of("500106022"), "测试路1号")),
        llc(FormFault.ADDRESS_LENGTH, "/company/address/detail", at(Optional.of("青木关镇"), " 1号 ")),
        llc(
            FormFault.ADDRESS_LENGTH,
            "/company/address/detail",
            at(Optional.of("500106021"), "路".repeat(101))),
        llc(
            FormFault.REQUIRED,
            "/company/address/detail",
            with(
                ofOne(),
                Forms.at(
                    Optional.of(
                        new SubmittedForm.Address(
                            Optional.of("500106001"),
                            Optional.empty(),
                            Optional.of(Tenure.OWNED)))))),
        llc(
            FormFault.REQUIRED,
            "/company/address/tenure",
            with(
                ofOne(),
                Forms.at(
                    Optional.of(
                        new SubmittedForm.Address(
                            Optional.of("500106001"), Optional.of("测试路1号"), Optional.empty()))))),
        llc(
            FormFault.SERVICE_TWICE,
            "/services/2",
            Forms.asking(ofOne(), Service.SEAL, Service.BANK, Service.SEAL)));
  }

  private static SubmittedForm at(Optional<String> street, String detail) {
    return with(
        ofOne(),
        Forms.at(
            Optional.of(
                new SubmittedForm.Address(
                    street, Optional.of(detail), Optional.of(Tenure.OTHER)))));
  }
}
