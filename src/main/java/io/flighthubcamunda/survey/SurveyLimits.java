package io.flighthubcamunda.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * How much one survey takes. The list and what became of each image set are variables of one
 * process instance, which stays below 100 KB even when every image set fails.
 */
public final class SurveyLimits {

  public static final int MOST_IMAGE_SETS = 200;
  static final int MOST_MODELS = 300;

  private static final ObjectWriter JSON = new JsonMapper().writer();
  private static final int QUOTATION_MARKS = 4;

  /** UTF-8 bytes of all names, folders and parameters together. */
  static final int MOST_BYTES = 16_000;

  private SurveyLimits() {}

  static void check(List<ListedImageSet> imageSets, Problems problems) {
    if (imageSets.size() > MOST_IMAGE_SETS) {
      problems.add(tooManyImageSets("The list has %,d image sets".formatted(imageSets.size())));
      return;
    }
    int models = imageSets.stream().mapToInt(set -> set.types().size()).sum();
    if (models > MOST_MODELS) {
      problems.add(
          "The list asks for %,d models; a survey takes at most %,d: split the list, or ask for fewer types."
              .formatted(models, MOST_MODELS));
    }
    int bytes = imageSets.stream().mapToInt(SurveyLimits::bytes).sum();
    if (bytes > MOST_BYTES) {
      problems.add(
          ("Names, image folders and parameters of the list take %,d bytes together; a survey takes at"
                  + " most %,d: split the list, or shorten them.")
              .formatted(bytes, MOST_BYTES));
    }
  }

  static String tooManyImageSets(String howMany) {
    return "%s; a survey takes at most %,d: split the list.".formatted(howMany, MOST_IMAGE_SETS);
  }

  /** As a variable holds them: a quotation mark takes two bytes there. */
  private static int bytes(ListedImageSet set) {
    int parameters = set.parameters().isEmpty() ? 0 : json(set.parameters());
    return json(set.name()) + json(set.imageFolder()) - QUOTATION_MARKS + parameters;
  }

  private static int json(Object value) {
    try {
      return JSON.writeValueAsBytes(value).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read as text or JSON can be written", e);
    }
  }
}
