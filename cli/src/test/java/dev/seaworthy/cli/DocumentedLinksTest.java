package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links from page to page lead somewhere. */
class DocumentedLinksTest {

  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void everyRelativeLinkLeadsToAFileAndItsHeading() throws IOException {
    List<String> followed = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (Path page : Documentation.pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        String shown = Invocation.PROJECT.relativize(page) + ": " + link.group();
        followed.add(shown);
        if (!leadsSomewhere(page, link)) {
          broken.add(shown);
        }
      }
    }
    assertThat(followed).isNotEmpty();
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, MatchResult link) throws IOException {
    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    return Files.exists(target)
        && (link.group(2) == null || anchors(target).contains(link.group(2)));
  }

  /** What the headings of a page are called in links, as GitHub has it. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }
}
