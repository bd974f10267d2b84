package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import banshi.identity.PersonName.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamePlacesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "测试人甲   | 请测试人甲来取  | 1 | 4",
        "测试人甲   | 请测 试　人甲来取 | 1 | 6",
        "Test Person | dear test person, | 5 | 11",
        "Test Person | ＴＥＳＴ ＰＥＲＳＯＮ | 0 | 11",
        "Test Person | 给TestPerson的    | 1 | 10",
        "𠮷田      | 😀𠮷田          | 1 | 2",
        "重庆测试有限公司 | 重庆测试有限公司 | 0 | 8",
      })
  void aNameIsFoundInWordsWhereItStands(String name, String words, int offset, int length) {
    assertThat(new PersonName(name).placesIn(words))
        .extracting(Place::offset, Place::length)
        .containsExactly(tuple(offset, length));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "测试人甲 | 测试人乙",
        "测试人甲 | 测试人",
        "Li An   | alliance",
        "Ann     | annual",
        "Ann     | Joann",
        "测      | 测试",
        "测试人甲 | ''",
      })
  void whatIsNotTheWholeNameIsNotFound(String name, String words) {
    assertThat(new PersonName(name).placesIn(words)).isEmpty();
  }

  @Test
  void everyPlaceIsTold() {
    assertThat(new PersonName("测试").placesIn("测试和测试"))
        .extracting(Place::offset)
        .containsExactly(0, 3);
  }
}
