package io.flighthubcamunda.result;

import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.ModelFileApi;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.files.HeldFolder;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.StoreConnections;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Fetches archives in the ways that are set, tried in their order (fact sheet 2.16). */
public final class ResultDownload {

  private final List<ResultStrategy> strategies;
  private final OpenModelApi openModel;
  private final ModelFileApi modelFiles;
  private final StoreConnections connections;

  /**
   * @param strategies in the order to try, at least one
   */
  public ResultDownload(
      List<ResultStrategy> strategies,
      OpenModelApi openModel,
      ModelFileApi modelFiles,
      StoreConnections connections) {
    if (strategies.isEmpty()) {
      throw new IllegalArgumentException(
          "flighthub.result.strategy names no way to results. Set one or more of store,"
              + " download-url, manual.");
    }
    this.strategies = List.copyOf(strategies);
    this.openModel = openModel;
    this.modelFiles = modelFiles;
    this.connections = connections;
  }

  /**
   * Writes {@code folder/TYPE.zip}, under a temporary name until it is complete and was read to its
   * end. What lies there already under that name is replaced. What came before a failure stays for
   * the next try, unless this is the last one.
   *
   * @param lastTry whether nobody will go on with what came
   * @return empty when a person is to fetch it
   * @throws ResultException when it is not to be had
   * @throws FlightHubException when FlightHub can't be asked
   * @throws StorageException when the store is away for the moment
   */
  public Optional<ResultArchive> download(
      HeldFolder folder, FinishedModel model, boolean lastTry, Recipient recipient) {
    try (var part = PartFile.open(folder, model.partName())) {
      try {
        return fetch(folder, part, model, recipient);
      } catch (FullDiskException e) {
        part.delete();
        throw e;
      } catch (ResultException | StorageException | FlightHubException | IOException e) {
        if (lastTry || part.size() == 0 || !part.name().equals(model.partName())) {
          part.delete();
        }
        throw e;
      } catch (RuntimeException e) {
        // Whoever wanted the archive does not want it any more.
        part.delete();
        throw e;
      }
    } catch (IOException e) {
      throw new ResultException(
          "The archive of the %s model could not be fetched to %s (%s). Check that folder and its"
                  .formatted(model.type().label(), folder.path(), e.getMessage())
              + " disk.",
          true,
          e);
    }
  }

  private Optional<ResultArchive> fetch(
      HeldFolder folder, PartFile part, FinishedModel model, Recipient recipient)
      throws IOException {
    var refusals = new ArrayList<String>();
    var passing = false;
    for (var strategy : strategies) {
      if (strategy == ResultStrategy.MANUAL) {
        part.delete();
        return Optional.empty();
      }
      var source = source(strategy);
      try {
        new Transfer(model, part, new DiskSpace(folder), recipient).run(source);
        return Optional.of(checked(folder, part, model, recipient));
      } catch (NotThisWay e) {
        refusals.add("%s: %s".formatted(source.name(), e.getMessage()));
        passing |= e.passing();
      }
    }
    throw new ResultException(
        "The archive of the %s model can't be had (%s). Fetch it from FlightHub's pages, or change"
                .formatted(model.type().label(), String.join(" ", refusals))
            + " flighthub.result.strategy; with manual at its end the process goes on without the"
            + " file.",
        passing,
        null);
  }

  private ArchiveSource source(ResultStrategy strategy) {
    return strategy == ResultStrategy.STORE
        ? new StoreArchives(openModel, connections)
        : new AddressedArchives(modelFiles, connections);
  }

  private static ResultArchive checked(
      HeldFolder folder, PartFile part, FinishedModel model, Recipient recipient)
      throws IOException {
    try {
      new ArchiveCheck(recipient::received).check(folder.pathOf(part.name()), part.size());
    } catch (ZipException | EOFException e) {
      part.delete();
      throw new ResultException(
          "What came as the archive of the %s model is no readable zip archive (%s)."
              .formatted(model.type().label(), e.getMessage()),
          true,
          e);
    } catch (ResultException e) {
      part.delete();
      throw e;
    }
    var sha256 = new FileDigest(recipient::received).sha256(part.fromBeginning());
    var size = part.size();
    part.become(model.fileName());
    return new ResultArchive(model.type(), folder.path().resolve(model.fileName()), size, sha256);
  }
}
