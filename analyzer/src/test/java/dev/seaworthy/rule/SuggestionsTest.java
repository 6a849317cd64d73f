package dev.seaworthy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  private static final List<String> NAMES =
      List.of("exclude", "failOn", "host-pid", "host-ipc", "KSV-0017", "kubernetesVersion");

  @ParameterizedTest
  @CsvSource({
    "exlude, exclude", // a letter is missing
    "excllude, exclude", // one too many
    "exclode, exclude", // a wrong one
    "exclued, exclude", // two changed places
    "host-pip, host-pid", // the nearer of two, or the first of equals
    "FAILON, failOn",
    "fail-on, failOn",
    "ksv0017, KSV-0017",
    "kubernetes-version, kubernetesVersion"
  })
  void findsTheNearestName(String written, String meant) {
    assertThat(Suggestions.nearest(written, NAMES)).contains(meant);
  }

  @Test
  void keepsSilentWhenNothingIsNear() {
    assertThat(Suggestions.nearest("volumes", NAMES)).isEmpty();
    assertThat(Suggestions.nearest("", NAMES)).isEmpty();
    assertThat(Suggestions.nearest("KSV-0118", NAMES)).isEmpty();
  }

  @Test
  void findsTheNearestOfThousandsInWhateverOrderTheyCome() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      names.add("setting" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + i / 676);
    }
    names.add("replicas");
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(names, new Random(seed));
      assertThat(Suggestions.nearest("replcias", names)).contains("replicas");
      assertThat(Suggestions.nearest("sttingxyy3", names)).contains("settingxy3");
    }
  }

  @Test
  @Timeout(10)
  void namesThatNobodyTypesTakeNoTime() {
    String longName = "a".repeat(64);
    List<String> alike = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      alike.add("a".repeat(60) + i);
    }
    for (int i = 0; i < 200; i++) {
      assertThat(Suggestions.nearest(longName, alike)).isPresent();
    }
    assertThat(Suggestions.nearest("a".repeat(65), alike)).isEmpty();
  }

  @Test
  void asksForTheNearestName() {
    assertThat(Suggestions.didYouMean("exlude", NAMES)).isEqualTo("; did you mean 'exclude'?");
    assertThat(Suggestions.question("exlude", NAMES)).isEqualTo("Did you mean 'exclude'? ");
    assertThat(Suggestions.didYouMean("volumes", NAMES)).isEmpty();
    assertThat(Suggestions.question("volumes", NAMES)).isEmpty();
  }
}
