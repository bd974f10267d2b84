package banshi.startup.form;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.RecordBinder;
import banshi.startup.names.OrganisationForm;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BindingTest {
  private static final String BODY =
      """
      {"company": {"capital": 500000.00, "businessScope": ["CATERING"],
         "address": {"street": "小龙坎街道", "detail": "测试路1号1-1", "tenure": "RENTED"},
         "supervisorWaived": true, "beneficialOwnerExemption": true},
       "people": [
         {"role": "SHAREHOLDER", "name": "测试一", "idType": "ID_CARD",
          "idNumber": "500106190001010019", "phone": "13800000001", "share": 100,
          "contribution": {"amount": 500000, "method": "CASH", "dueBy": "2031-11-24"}},
         {"role": "LEGAL_REPRESENTATIVE", "name": "测试一", "idType": "ID_CARD",
          "idNumber": "５００１０６１９０００１０１００１９"},
         {"role": "DIRECTOR", "name": "测试一", "idType": "ID_CARD",
          "idNumber": "500106190001010019"},
         {"role": "LIAISON", "name": "测试一", "idType": "ID_CARD",
          "idNumber": "500106190001010019", "phone": "+86 138 0000 0001"}],
       "services": ["SEAL", "SOCIAL_INSURANCE", "HOUSING_FUND", "BANK"]}
      """;

  @Test
  void theStrictBinderReadsAFormAndOnePersonMayBeEverything() {
    SubmittedForm sent =
        RecordBinder.read(BODY.getBytes(StandardCharsets.UTF_8), SubmittedForm.class);
    FormCheck found = FormRules.published().check(sent, OrganisationForm.LLC, Forms.TODAY);
    assertThat(found.faults()).isEmpty();
    assertThat(found.form().orElseThrow().signatories()).hasSize(1);
  }
}
