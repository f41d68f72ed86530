package io.flighthubcamunda.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSetName;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.source.ImageSources;
import io.flighthubcamunda.survey.CsvTable.Column;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Image sets from the rows of a CSV file. A folder that is not absolute is looked for below the
 * folder of the CSV file.
 */
final class CsvList {

  private static final ObjectReader PARAMETERS =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(new TypeReference<Map<String, Map<String, Object>>>() {});

  private final Path file;
  private final ImageSources sources;
  private final Set<ReconstructionType> defaultTypes;
  private final Problems problems = new Problems();
  private final Map<String, Integer> rowOfName = new HashMap<>();
  private final Map<String, Integer> rowOfFolder = new HashMap<>();

  /**
   * @param file real path of the CSV file
   * @param defaultTypes for rows that name none
   */
  CsvList(Path file, ImageSources sources, Set<ReconstructionType> defaultTypes) {
    this.file = file;
    this.sources = sources;
    this.defaultTypes = defaultTypes;
  }

  /**
   * @throws SurveyListException with all problems of all rows
   */
  List<ListedImageSet> read() {
    CsvTable table = CsvTable.parse(CsvText.read(file), problems);
    if (table.rows().size() > SurveyLimits.MOST_IMAGE_SETS) {
      throw Problems.only(
          SurveyLimits.tooManyImageSets("The list has %,d rows".formatted(table.rows().size())));
    }
    List<ListedImageSet> imageSets = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      Set<ReconstructionType> types = types(row);
      Map<String, Object> parameters = parameters(row);
      ImageSource source = source(row);
      if (source != null) {
        imageSets.add(new ListedImageSet(name(row, source), source.location(), types, parameters));
      }
    }
    problems.throwIfAny();
    SurveyLimits.check(imageSets, problems);
    problems.throwIfAny();
    return imageSets;
  }

  private ImageSource source(CsvTable.Row row) {
    String text = row.value(Column.IMAGE_FOLDER).orElse("");
    if (text.isEmpty()) {
      problem(row, "no imageFolder is given.");
      return null;
    }
    try {
      ImageSource source = sources.open(ImageSources.isBucket(text) ? text : absolute(text));
      Integer earlier = rowOfFolder.putIfAbsent(source.location(), row.number());
      if (earlier != null) {
        problem(
            row,
            "the image folder \"%s\" is that of row %,d too; it would be billed twice."
                .formatted(text, earlier));
      }
      return source;
    } catch (ImageSetException e) {
      problem(row, e.getMessage());
    } catch (InvalidPathException e) {
      problem(
          row, "the image folder cannot be a path on this machine (%s).".formatted(e.getReason()));
    }
    return null;
  }

  private String absolute(String text) {
    return file.resolveSibling(text).toString();
  }

  private String name(CsvTable.Row row, ImageSource source) {
    ImageSetName name = ImageSetName.of(row.value(Column.NAME).orElse(null), source);
    name.findings().forEach(finding -> problem(row, finding.message()));
    Integer earlier = rowOfName.putIfAbsent(name.value().toLowerCase(Locale.ROOT), row.number());
    if (earlier != null) {
      problem(row, "the name \"%s\" is that of row %,d too.".formatted(name.value(), earlier));
    }
    return name.value();
  }

  /** Labels with blanks, commas, semicolons or plus signs between them. */
  private Set<ReconstructionType> types(CsvTable.Row row) {
    String text = row.value(Column.TYPES).orElse("");
    Set<ReconstructionType> types = EnumSet.noneOf(ReconstructionType.class);
    for (String label : text.split("[\\s,;+]+")) {
      try {
        if (!label.isEmpty()) {
          types.add(ReconstructionType.of(label.toLowerCase(Locale.ROOT)));
        }
      } catch (IllegalArgumentException e) {
        problem(row, e.getMessage());
      }
    }
    return types.isEmpty() ? defaultTypes : types;
  }

  private Map<String, Object> parameters(CsvTable.Row row) {
    String text = row.value(Column.PARAMETERS).orElse("{}");
    try {
      Map<String, Object> parameters = PARAMETERS.readValue(text);
      parameters.keySet().forEach(ReconstructionType::of);
      return parameters;
    } catch (JsonProcessingException | NullPointerException e) {
      problem(
          row,
          "the parameters are no JSON object with one object per type, such as {\"3d\": {\"quality_level\": 2}}.");
    } catch (IllegalArgumentException e) {
      problem(row, "the parameters name another type. " + e.getMessage());
    }
    return Map.of();
  }

  private void problem(CsvTable.Row row, String sentence) {
    problems.add("Row %,d: %s".formatted(row.number(), sentence));
  }
}
