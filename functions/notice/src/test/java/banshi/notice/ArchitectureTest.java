package banshi.notice;

import banshi.http.testing.FunctionRules;

class ArchitectureTest extends FunctionRules {
  ArchitectureTest() {
    super("notice", "(nobody)", "NoticeBeans");
  }
}
