package banshi.consultation;

import banshi.http.testing.FunctionRules;

class ArchitectureTest extends FunctionRules {
  ArchitectureTest() {
    super("consultation", "NobodyHere", "ConsultationBeans");
  }
}
