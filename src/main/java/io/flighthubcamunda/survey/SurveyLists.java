package io.flighthubcamunda.survey;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.source.ImageSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads lists of image sets, wherever they come from. */
public final class SurveyLists {

  private static final String CSV = ".csv";

  private final ImageSources sources;

  public SurveyLists(ImageSources sources) {
    this.sources = sources;
  }

  /**
   * Reads a list and looks whether each image folder is there and may be read. Photographs are not
   * looked into: that is the first step of each reconstruction.
   *
   * @param text path of a CSV file or of a folder of folders
   * @param types for image sets that the list names no types for, at least one
   * @throws SurveyListException with all that is wrong
   */
  public SurveyList read(String text, Set<ReconstructionType> types) {
    if (text != null && ImageSources.isBucket(text)) {
      throw Problems.only(
          "A list of image sets is a CSV file or a folder on a disk; its column imageFolder may name"
              + " places such as %s.".formatted(text));
    }
    Path path = path(text);
    if (Files.isDirectory(path)) {
      var folders = new FolderOfFolders(path, sources, types);
      var imageSets = folders.read();
      return new SurveyList(name(path), path.toString(), imageSets, folders.notes());
    }
    if (!path.toString().toLowerCase(Locale.ROOT).endsWith(CSV)) {
      throw Problems.only(
          "\"%s\" is neither a folder nor a file whose name ends in .csv.".formatted(text));
    }
    var imageSets = new CsvList(path, sources, types).read();
    return new SurveyList(
        name(path).substring(0, name(path).length() - CSV.length()),
        path.toString(),
        imageSets,
        List.of());
  }

  private Path path(String text) {
    try {
      return sources.path(text);
    } catch (ImageSetException e) {
      throw Problems.only(e.getMessage());
    }
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "survey" : path.getFileName().toString();
  }
}
