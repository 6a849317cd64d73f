package dev.seaworthy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {

  @Test
  void eachHoldsTheOneBefore() {
    Profile[] profiles = Profile.values();

    assertThat(profiles)
        .extracting(Profile::toString)
        .containsExactly("none", "recommended", "strict", "all");
    for (Profile profile : profiles) {
      for (Profile other : profiles) {
        assertThat(profile.includes(other)).isEqualTo(profile.ordinal() >= other.ordinal());
      }
    }
  }
}
