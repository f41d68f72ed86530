package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.storage.TestCredential;
import java.nio.file.Path;
import java.util.List;

/** Sends batches of a folder with one credential and a fixed number of files at once. */
record TestUpload(Path folder, int parallelFiles, boolean verify) {

  List<UploadedFile> upload(Batch batch, StorageCredential credential, UploadProgress progress) {
    return new BatchUpload(
            new UploadLevel(parallelFiles, parallelFiles), TestCredential.connections(), verify)
        .upload(batch, new FolderSource(folder), () -> credential, progress)
        .files();
  }
}
