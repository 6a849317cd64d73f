package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidScheduleTest {

  private final RuleTester rule = RuleTester.of(new InvalidSchedule());

  private static String scheduled(String schedule, String rest) {
    return """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: report}
    spec:
      schedule: "%s"
      %s
    """
        .formatted(schedule, rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        " 0  3 * * * ",
        "*/15 0-23/2 1,15 JAN-mar MON-FRI",
        "? * ? * ?",
        "*/70 * * * *",
        "*-5 * * * *",
        "5/15 05 +1 * 0,6",
        "1, * * * *",
        "0 0 31 2 *",
        "@yearly",
        "@annually",
        "@monthly",
        "@weekly",
        "@daily",
        "@midnight",
        "@hourly",
        "@every 1h30m",
        "@every 1.5h",
        "@every -5m",
        "@every .5h",
        "@every 0s",
        "${SCHEDULE}"
      })
  void takesWhatTheServerTakes(String schedule) {
    assertThat(rule.findings(scheduled(schedule, ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "* * * * | it has 4 fields, and 5 are needed",
        "0 0 3 * * * | it has 6 fields, and 5 are needed",
        "60 * * * * | '60' is no minute from 0 to 59",
        "0 24 * * * | '24' is no hour from 0 to 23",
        "0 0 0 * * | '0' is no day of the month from 1 to 31",
        "0 0 * 13 * | '13' is no month from 1 to 12, or 'jan' to 'dec'",
        "0 0 * * 7 | '7' is no day of the week from 0 to 6, or 'sun' to 'sat'",
        "0 0 * * SUNDAY | 'SUNDAY' is no day of the week",
        "0 0 * jan-foo * | 'foo' is no month",
        "0 0 jan * * | 'jan' is no day of the month",
        "0 0 L * * | 'L' is no day of the month",
        "-1 * * * * | '' is no minute",
        "5-1 * * * * | '5-1' ends before it starts",
        "1-2-3 * * * * | '1-2-3' is no minute",
        "1/2/3 * * * * | '1/2/3' is no minute",
        "*/0 * * * * | '0' is no step from 1 on, in '*/0'",
        "*/ * * * * | '' is no step from 1 on",
        "99999999999 * * * * | '99999999999' is no minute",
        "@dayly | '@dayly' is no name of a schedule; did you mean '@daily'?",
        "@reboot | '@reboot' is no name of a schedule",
        "@DAILY | did you mean '@daily'?",
        "@every | '@every' is no name of a schedule",
        "@every 5 | '5' is no duration such as '1h30m'",
        "@every 1d | '1d' is no duration",
        "@every 1h 30m | '1h 30m' is no duration",
      })
  void flagsWhatTheServerCannotRead(String schedule, String fault) {
    assertThat(rule.findings(scheduled(schedule, "")))
        .singleElement()
        .extracting(finding -> finding.message())
        .asString()
        .startsWith("schedule '" + schedule + "' is refused: ")
        .contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Paris",
        "Etc/UTC",
        "UTC",
        "EST",
        "US/Eastern",
        "America/Argentina/Buenos_Aires",
        "America/Some_New_Place_Of_Its_Own",
        "posix/UTC",
        "${ZONE}"
      })
  void takesZonesThatMayExist(String zone) {
    assertThat(rule.findings(scheduled("@daily", "timeZone: " + zone))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "europe/paris, did you mean 'Europe/Paris'?",
    "utc, did you mean",
    "Europe/Berlim, did you mean 'Europe/Berlin'?",
    "Foo/Bar, it is no name of the IANA time zone database",
    "Local, a zone has to be named",
    "PST, it is no name of the IANA time zone database",
  })
  void flagsZonesThatDoNotExist(String zone, String fault) {
    assertThat(rule.findings(scheduled("@daily", "timeZone: " + zone)))
        .singleElement()
        .extracting(finding -> finding.message())
        .asString()
        .startsWith("time zone '" + zone + "' is refused: ")
        .contains(fault);
  }

  @Test
  void flagsAnEmptyZone() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report}
        spec:
          schedule: "@daily"
          timeZone: "" #! 'timeZone' is empty: remove it, or name a zone
        """);
  }

  @Test
  void flagsAZoneInTheScheduleWhereNoServerTakesIt() {
    String alone = scheduled("TZ=UTC 0 3 * * *", "");
    String twice = scheduled("CRON_TZ=UTC 0 3 * * *", "timeZone: Etc/UTC");
    RuleTester old = rule.on(ClusterProfile.of(new KubernetesVersion(1, 28)));
    assertThat(rule.findings(alone)).hasSize(1);
    assertThat(rule.findings(twice)).hasSize(1);
    assertThat(old.findings(alone)).isEmpty();
    assertThat(old.findings(twice)).hasSize(1);
  }
}
