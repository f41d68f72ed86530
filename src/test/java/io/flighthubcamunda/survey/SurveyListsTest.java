package io.flighthubcamunda.survey;

import static io.flighthubcamunda.api.ReconstructionType.THREE_D;
import static io.flighthubcamunda.api.ReconstructionType.TWO_D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.flighthubcamunda.source.ImageRoots;
import io.flighthubcamunda.source.ImageSources;
import io.flighthubcamunda.source.S3SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a list of image sets, and what a person is told who wrote a wrong one. */
class SurveyListsTest {

  @TempDir private Path directory;

  private Path root;
  private ImageSources sources;

  @BeforeEach
  void makeFolders() throws IOException {
    root = Files.createDirectory(directory.resolve("surveys")).toRealPath();
    for (String name : List.of("north", "south", "west")) {
      folder(name, 1);
    }
    sources =
        new ImageSources(
            ImageRoots.of(List.of(root.toString(), "s3://flights")), S3SourceSettings.AWS);
  }

  @AfterEach
  void close() {
    sources.close();
  }

  @Test
  void shouldReadEachRowAsAnImageSet() {
    // when
    var list =
        read(
            """
            name,imageFolder,types,parameters
            North field,north,2d 3d,"{""3d"": {""quality_level"": 2}}"
            ,%s,,
            Flight 7,s3://flights/7,3dgs,
            """
                .formatted(root.resolve("south")));

    // then
    assertThat(list.name()).isEqualTo("season");
    assertThat(list.location()).isEqualTo(root.resolve("season.csv").toString());
    assertThat(list.imageSets())
        .extracting(ListedImageSet::name, ListedImageSet::imageFolder, ListedImageSet::typeLabels)
        .containsExactly(
            tuple("North field", root.resolve("north").toString(), List.of("2d", "3d")),
            tuple("south", root.resolve("south").toString(), List.of("3d")),
            tuple("Flight 7", "s3://flights/7", List.of("3dgs")));
    assertThat(list.imageSets().getFirst().parameters())
        .isEqualTo(Map.of("3d", Map.of("quality_level", 2)));
  }

  @ParameterizedTest
  @CsvSource({"';', false", "';', true", "',', true", "'\t', false"})
  void shouldReadWhatSpreadsheetsWrite(String separator, boolean mark) {
    // given
    var text =
        "Name;ImageFolder;Types\r\nNördlich;north;\"2d,3d\"\r\n;;\r\nSüd;south;2d\r\n"
            .replace(";", separator);

    // when
    var list = read((mark ? "\uFEFF" : "") + text);

    // then
    assertThat(list.imageSets())
        .extracting(ListedImageSet::name)
        .containsExactly("Nördlich", "Süd");
    assertThat(list.imageSets().getFirst().types()).containsExactlyInAnyOrder(TWO_D, THREE_D);
  }

  @Test
  void shouldNotMindEmptyColumnsThatASpreadsheetLeftBehind() {
    assertThat(read("imageFolder;name;;\nnorth;;;\nsouth;;;\n").imageSets()).hasSize(2);
  }

  @Test
  void shouldNameAllThatIsWrongWithItsRow() {
    // when
    var problems =
        problems(
            """
            name,imageFolder,types,parameters
            A,north,4d,
            B,nowhere,,
            a,south,,
            C,north,,
            D,/etc,,
            E,,,
            F,west,,quality
            G,s3://others/1,,
            """);

    // then
    assertThat(problems)
        .satisfiesExactly(
            p -> assertThat(p).startsWith("Row 2: ").contains("\"4d\"", "2d, 3d, 3dgs, lidar"),
            p -> assertThat(p).startsWith("Row 3: ").contains("nowhere", "does not exist"),
            p -> assertThat(p).startsWith("Row 4: ").contains("\"a\" is that of row 2"),
            p -> assertThat(p).startsWith("Row 5: ").contains("row 2", "billed twice"),
            p -> assertThat(p).startsWith("Row 6: ").contains("image root"),
            p -> assertThat(p).startsWith("Row 7: ").contains("no imageFolder"),
            p -> assertThat(p).startsWith("Row 8: ").contains("no JSON object"),
            p -> assertThat(p).startsWith("Row 9: ").contains("image root"));
  }

  @Test
  void shouldNotNameMoreProblemsThanAPersonReads() {
    // when
    var problems = problems("imageFolder\n" + "nowhere\n".repeat(30));

    // then
    assertThat(problems).hasSize(21).last().asString().contains("10 more problems");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                         | The list is empty",
        "'\n\n'                     | The list is empty",
        "'imageFolder\n'            | names no image set",
        "'imageFolder,imageFolder'  | names the column imageFolder twice",
        "'name,types\nA,3d'         | lacks the column imageFolder",
        "'imageFolder,colour\nnorth,red' | names the column \"colour\"; the known ones are imageFolder, name, types, parameters",
        "'imageFolder\n\"north'     | The list is broken at row 2",
        "'imageFolder\nnorth,3d'    | Row 2 has more values than the header",
        "'imageFolder,,\nnorth,,red'   | Row 2 has a value in column 3",
        "'imageFolder\n\nnowhere'     | Row 3: The image folder",
        "'imageFolder,parameters\nnorth,\"{\"\"4d\"\": {}}\"' | the parameters name another type",
        "'imageFolder,parameters\nnorth,\"{\"\"3d\"\": 5}\"'  | no JSON object",
      })
  void shouldSayWhatIsWrongWithTheFile(String text, String sentence) {
    assertThat(problems(text)).singleElement().asString().contains(sentence);
  }

  @Test
  void shouldRefuseAFileThatIsNoUtf8() throws IOException {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
      // given
      Files.writeString(root.resolve("season.csv"), "imageFolder\nnörd", charset);

      // when / then
      assertThat(failure(root.resolve("season.csv"))).hasMessageContaining("CSV UTF-8");
    }
  }

  @Test
  void shouldTakeEachSubFolderWithPhotographsAsAnImageSet() throws IOException {
    // given
    Files.createDirectory(root.resolve("empty"));
    Files.createDirectory(root.resolve(".hidden"));
    Files.createDirectories(root.resolve("deep/100MEDIA"));
    Files.writeString(root.resolve("deep/100MEDIA/DJI_0001.JPG"), "x");
    Files.writeString(root.resolve("loose.JPG"), "x");

    // when
    var list = new SurveyLists(sources).read(root.toString(), Set.of(TWO_D));

    // then
    assertThat(list.name()).isEqualTo("surveys");
    assertThat(list.imageSets())
        .extracting(ListedImageSet::name)
        .containsExactly("deep", "north", "south", "west");
    assertThat(list.imageSets()).allMatch(set -> set.types().equals(Set.of(TWO_D)));
    assertThat(list.notes())
        .satisfiesExactly(
            note -> assertThat(note).contains("1 folders (empty)"),
            note -> assertThat(note).contains("1 photographs"));
  }

  @Test
  void shouldRefuseAFolderWithoutFolders() {
    assertThat(failure(root.resolve("north")))
        .hasMessageContaining("holds no folder with photographs, only photographs themselves");
  }

  @Test
  void shouldRefuseWhatIsNoListAtAll() throws IOException {
    Files.writeString(root.resolve("list.xlsx"), "x");
    assertThat(failure(root.resolve("list.xlsx"))).hasMessageContaining("ends in .csv");
    assertThat(failure(root.resolve("missing.csv"))).hasMessageContaining("does not exist");
    assertThat(failure(Path.of("/etc"))).hasMessageContaining("image root");
    assertThat(failure("s3://flights/list.csv")).hasMessageContaining("on a disk");
  }

  @Test
  void shouldTakeTwoHundredImageSetsAndNoMore() throws IOException {
    // given
    for (int i = 1; i <= 201; i++) {
      folder("set-" + i, 1);
    }

    // when / then
    assertThat(read(rows(200, "")).imageSets()).hasSize(200);
    assertThat(problems(rows(201, "")))
        .containsExactly("The list has 201 rows; a survey takes at most 200: split the list.");
    assertThat(failure(root))
        .hasMessageContaining("more than 200 folders with photographs")
        .hasMessageContaining("split the list");
  }

  @Test
  void shouldBoundModelsAndBytesOfAList() throws IOException {
    // given
    for (int i = 1; i <= 200; i++) {
      folder("set-" + i, 1);
    }

    // when / then
    assertThat(problems(rows(151, "2d 3d")))
        .containsExactly(
            "The list asks for 302 models; a survey takes at most 300: split the list, or ask for"
                + " fewer types.");
    assertThat(problems(rows(200, "").replaceAll("(set-\\d+)", "$1,$1" + "x".repeat(200))))
        .singleElement()
        .asString()
        .contains("bytes together", "at most 16,000");
  }

  @Test
  void shouldCountBytesAsTheVariableHoldsThem() throws IOException {
    // given: 8,000 characters, each of them two bytes in a variable
    for (int i = 1; i <= 100; i++) {
      folder("set-" + i, 1);
    }
    var quotes = "\"".repeat(160);

    // when / then
    assertThat(problems(rows(100, "").replaceAll("(set-\\d+)", "$1,\"$1" + quotes + "\"")))
        .singleElement()
        .asString()
        .contains("bytes together");
  }

  private static String rows(int count, String types) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> types.isEmpty() ? "set-" + i : "set-%d,,%s".formatted(i, types))
        .collect(Collectors.joining("\n", "imageFolder,name,types\n", ""));
  }

  private void folder(String name, int photographs) throws IOException {
    var folder = Files.createDirectory(root.resolve(name));
    for (int i = 1; i <= photographs; i++) {
      Files.writeString(folder.resolve("DJI_%04d.JPG".formatted(i)), "x");
    }
  }

  private SurveyList read(String csv) {
    try {
      var file = Files.writeString(root.resolve("season.csv"), csv);
      return new SurveyLists(sources).read(file.toString(), Set.of(THREE_D));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> problems(String csv) {
    return catchThrowableOfType(SurveyListException.class, () -> read(csv)).problems();
  }

  private SurveyListException failure(Object list) {
    return catchThrowableOfType(
        SurveyListException.class,
        () -> new SurveyLists(sources).read(list.toString(), Set.of(THREE_D)));
  }
}
