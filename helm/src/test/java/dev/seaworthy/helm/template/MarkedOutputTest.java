package dev.seaworthy.helm.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MarkedOutputTest {

  @Test
  void theTextIsThatWithoutMarks() {
    Marked files = Marked.files("a", "x: {{ .v }} y\n");
    MarkedOutput output = files.read(files.rendered("a", Map.of(".v", "1\n2")));

    assertThat(output.text()).isEqualTo("x: 1\n2 y\n");
    assertThat(output.isSound()).isTrue();
    assertThat(Marked.trail(output, "x")).isEqualTo("TEXT a:1:1 < FILE a:1:1");
    assertThat(Marked.trail(output, "1")).isEqualTo("ACTION a:1:4 < FILE a:1:1");
    assertThat(Marked.trail(output, "2")).isEqualTo("ACTION a:1:4 < FILE a:1:1");
    assertThat(Marked.trail(output, "y")).isEqualTo("TEXT a:1:13 < FILE a:1:1");
    assertThat(output.toString()).isEqualTo(output.text());
  }

  @Test
  void textLeadsToItsCharactersHoweverItWasIndented() {
    String helper = "{{ define \"n\" }}\n🚀 one: 1\r\n\n    two: é {{ .v }} end\n{{ end }}";
    Marked files = Marked.files("a", "top: {{ include \"n\" . | nindent 2 }} z", "h", helper);
    String twin = files.renderedTwin("h", "n", Map.of(".v", "V"));
    String call = "include \"★n\" . | nindent 2";
    String indented = "\n  " + twin.replace("\n", "\n  ");
    MarkedOutput output = files.read(files.rendered("a", Map.of(call, indented)));

    assertThat(output.text()).isEqualTo("top: \n  \n  🚀 one: 1\r\n  \n      two: é V end\n   z");
    for (String word : List.of("🚀", "one", "1\r", "two", "é", "end")) {
      int at = output.text().indexOf(word);
      Frame frame = output.trail(at).get(0);
      assertThat(frame.kind()).isEqualTo(Frame.Kind.TEXT);
      assertThat(frame.sourceOffset(at)).as(word).isEqualTo(helper.indexOf(word));
    }
    assertThat(Marked.trail(output, "two"))
        .isEqualTo("TEXT h:4:5 < DEFINE h:1:1 < ACTION a:1:6 < FILE a:1:1");
    assertThat(Marked.trail(output, "V")).startsWith("ACTION h:4:12 < DEFINE h:1:1 < ACTION");
  }

  @Test
  void textNeverLeadsBeyondItsLine() {
    Marked files = Marked.files("a", "{{ define \"n\" }}a \"b\"\nc{{ end }}");
    String quoted =
        files.renderedTwin("a", "n", Map.of()).replace("\"", "\\\"").replace("\n", "\\n");
    MarkedOutput output = files.read(quoted);
    Frame frame = output.trail(5).get(0);

    assertThat(output.text()).isEqualTo("a \\\"b\\\"\\nc");
    assertThat(frame.sourceOffset(8)).isEqualTo(frame.sourceEnd());
    assertThat(output.trail(9).get(0).sourceStart()).isEqualTo(22);
  }

  @Test
  void iterationsAreCounted() {
    Marked files = Marked.files("a", "{{ range .l }}- {{ . }}\n{{ else }}none{{ end }}");
    String marked = files.rendered("a", Map.of(".", "v"));
    String body = between(marked, Marks.BRANCH, 1, 2);
    String none =
        marked.substring(marked.lastIndexOf(Marks.BRANCH), marked.lastIndexOf("none") + 4);
    String open = marked.substring(0, marked.indexOf(Marks.BRANCH));
    String close = marked.substring(marked.lastIndexOf("none") + 4);

    MarkedOutput thrice = files.read(open + body.repeat(3) + close);
    assertThat(thrice.text()).isEqualTo("- v\n- v\n- v\n");
    assertThat(thrice.isSound()).isTrue();
    assertThat(List.of(0, 4, 8))
        .extracting(at -> thrice.trail(at).get(1).iteration())
        .containsExactly(0, 1, 2);

    Frame otherwise = files.read(open + none + close).trail(0).get(1);
    assertThat(otherwise.kind()).isEqualTo(Frame.Kind.BRANCH);
    assertThat(otherwise.branch()).isEqualTo(1);
    assertThat(otherwise.iteration()).isZero();
    assertThat(otherwise.sourceStart()).isEqualTo(24);
  }

  private static String between(String text, char mark, int from, int to) {
    int start = -1;
    for (int i = 0; i < from; i++) {
      start = text.indexOf(mark, start + 1);
    }
    int end = start;
    for (int i = from; i < to; i++) {
      end = text.indexOf(mark, end + 1);
    }
    return text.substring(start, end);
  }

  @Test
  void innerLoopsAreCountedAnewInEachIteration() {
    Marked files = Marked.files("a", "{{ range .l }}{{ range .m }}x{{ end }}{{ end }}");
    String marked = files.rendered("a", Map.of());
    int outer = marked.indexOf(Marks.BRANCH);
    int inner = marked.indexOf(Marks.BRANCH, outer + 1);
    int innerEnd = marked.indexOf("x") + 1;
    int outerEnd = marked.indexOf(Marks.END, innerEnd) + 1;
    String twice = marked.substring(inner, innerEnd).repeat(2);
    String iteration =
        marked.substring(outer, inner) + twice + marked.substring(innerEnd, outerEnd);
    MarkedOutput output =
        files.read(marked.substring(0, outer) + iteration.repeat(2) + marked.substring(outerEnd));

    assertThat(output.text()).isEqualTo("xxxx");
    assertThat(output.isSound()).isTrue();
    assertThat(List.of(0, 1, 2, 3))
        .extracting(
            at -> output.trail(at).get(1).iteration() + 10 * output.trail(at).get(3).iteration())
        .containsExactly(0, 1, 10, 11);
  }

  @Test
  void whatRenderedNothingIsAnEmptyFrameAtItsPlace() {
    Marked files = Marked.files("a", "a:{{ if .x }}{{ end }}\nb: {{ .v }}\n");
    MarkedOutput output = files.read(files.rendered("a", Map.of()));

    assertThat(output.text()).isEqualTo("a:\nb: \n");
    assertThat(Marked.describe(output.within(2, 2))).isEqualTo("BLOCK a:1:3 < BRANCH a:1:3");
    assertThat(output.within(6, 6)).singleElement().matches(Frame::isEmpty);
    assertThat(Marked.describe(output.within(6, 6).get(0).trail()))
        .isEqualTo("ACTION a:2:4 < FILE a:1:1");
    assertThat(Marked.describe(output.within(3, 6))).isEqualTo("TEXT a:2:1 < ACTION a:2:4");
    assertThat(output.within(0, 7)).isEqualTo(output.frames());
  }

  @Test
  void framesTellWhereTheyAreAndWhatMadeThem() {
    Marked files = Marked.files("a", "a: {{ .v }}{{ .w }}\n");
    MarkedOutput output = files.read(files.rendered("a", Map.of(".v", "12", ".w", "3")));
    Frame action = output.trail(3).get(0);

    assertThat(action.start()).isEqualTo(3);
    assertThat(action.end()).isEqualTo(5);
    assertThat(action.sourceStart()).isEqualTo(3);
    assertThat(action.sourceEnd()).isEqualTo(11);
    assertThat(action.sourceOffset(4)).isEqualTo(3);
    assertThat(action.node()).containsInstanceOf(TemplateNode.Action.class);
    assertThat(action.parent()).contains(output.frames().get(0));
    assertThat(output.frames().get(0).node()).isEmpty();
    assertThat(output.trail(5).get(0)).isNotEqualTo(action);
    assertThat(output.trail(6)).containsExactly(output.frames().get(0));
    assertThat(output.trail(7)).isEmpty();
    assertThat(output.trail(-1)).isEmpty();
  }

  @Test
  void outputWithoutMarksIsOfUnknownOrigin() {
    MarkedOutput output = Marked.files("a", "x").read("a: 1\n");

    assertThat(output.text()).isEqualTo("a: 1\n");
    assertThat(output.isSound()).isTrue();
    assertThat(output.trail(0)).isEmpty();
  }

  @Test
  void cutMarksAreNoticed() {
    Marked files = Marked.files("a", "x{{ if .a }}{{ .v }}y{{ end }}");
    String marked = files.rendered("a", Map.of(".v", "1"));

    for (int end = 1; end < marked.length(); end++) {
      MarkedOutput start = files.read(marked.substring(0, end));
      assertThat(start.isSound()).as("up to %d", end).isFalse();
      assertThat(Marker.hasMarks(start.text())).isFalse();
      assertThat(files.read(marked.substring(end)).isSound()).as("from %d", end).isFalse();
    }
    assertThat(files.read(marked + marked).isSound()).isTrue();
  }

  @Test
  void anyOutputCanBeRead() {
    Marked files =
        Marked.files("a", "x{{ if .a }}{{ .v }}y{{ else }}z{{ end }}{{ range . }}{{ end }}");
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(randomPart(random));
      }
      MarkedOutput output = files.read(text.toString());
      assertThat(Marker.hasMarks(output.text())).isFalse();
      for (Frame frame : output.frames()) {
        assertThat(frame.end()).isBetween(frame.start(), output.text().length());
      }
    }
  }

  private static String randomPart(Random random) {
    char kind = (char) (Marks.OPEN + random.nextInt(5));
    return switch (random.nextInt(4)) {
      case 0 -> "a\n";
      case 1 -> String.valueOf((char) (Marks.OPEN + random.nextInt(55)));
      default -> Marks.write(kind, random.nextInt(12));
    };
  }

  @Test
  void largeOutputTakesLinearTime() {
    Marked files = Marked.files("a", "{{ if . }}{{ .x }}y{{ end }}");
    String marked = files.rendered("a", Map.of());
    String opened = marked.substring(0, marked.indexOf('y') + 1);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(files.read(marked.repeat(50_000)).isSound()).isTrue();
          MarkedOutput deep = files.read(opened.repeat(50_000));
          assertThat(deep.trail(49_999)).hasSizeGreaterThan(100_000);
        });
  }

  @Test
  void numbersOfMarksComeBack() {
    for (int id : new int[] {0, 1, 48, 49, 50, 2400, 2401, 123_456, 10_000_000}) {
      String mark = Marks.write(Marks.OPEN, id);
      assertThat(Marks.number(mark, 1, mark.length() - 1)).isEqualTo(id);
    }
    assertThat(Marks.number("", 0, 0)).isEqualTo(-1);
  }
}
