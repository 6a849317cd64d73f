package dev.seaworthy.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs all cases of a folder and prints what came of them. */
class ConformanceTest {

  private static final String FOLDER = "rego.conformance";

  private final Exclusions exclusions = Exclusions.read();
  private final Map<String, int[]> areas = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  @EnabledIfSystemProperty(
      named = FOLDER,
      matches = ".+",
      disabledReason = "set -Drego.conformance to a folder with OPA's conformance cases")
  void everyCaseOfOpaPassesOrIsExcludedForAReason() throws IOException {
    Path folder = Path.of(System.getProperty(FOLDER));
    assumeTrue(Files.isDirectory(folder), () -> folder + " is no folder");
    List<ConformanceCase> cases = ConformanceFiles.read(folder);
    cases.forEach(this::run);
    print(cases.size());
    assertThat(cases).isNotEmpty();
    assertThat(failures).isEmpty();
  }

  private void run(ConformanceCase one) {
    int[] counts = areas.computeIfAbsent(one.area(), area -> new int[3]);
    Optional<String> failure = ConformanceRunner.failure(one);
    Optional<String> reason = failure.flatMap(text -> exclusions.reason(one, text));
    if (failure.isEmpty()) {
      counts[0]++;
    } else if (reason.isPresent()) {
      counts[2]++;
      reasons.merge(reason.get(), 1, Integer::sum);
    } else {
      counts[1]++;
      failures.add(one + ": " + failure.get());
    }
  }

  private void print(int total) {
    StringBuilder report = new StringBuilder();
    report.append(row("area", "passed", "failed", "excluded"));
    int[] sums = new int[3];
    areas.forEach(
        (area, counts) -> {
          for (int i = 0; i < sums.length; i++) {
            sums[i] += counts[i];
          }
          report.append(row(area, counts));
        });
    report.append(row("all " + total, sums));
    reasons.forEach(
        (reason, count) -> report.append(String.format("%6d excluded: %s%n", count, reason)));
    System.out.println(report);
  }

  private static String row(String area, int[] counts) {
    return row(
        area, String.valueOf(counts[0]), String.valueOf(counts[1]), String.valueOf(counts[2]));
  }

  private static String row(String area, String passed, String failed, String excluded) {
    return String.format("%-40s %8s %8s %8s%n", area, passed, failed, excluded);
  }
}
