package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.upload.Programs.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** s5cmd, told to send each file in one request. */
final class S5cmd extends InstalledProgram {

  private S5cmd(Optional<Program> program) {
    super("s5cmd", program);
  }

  static S5cmd find(Programs programs) {
    return new S5cmd(programs.find(List.of("s5cmd"), "version", Pattern.compile("^v?\\d+\\.\\d+")));
  }

  @Override
  List<String> arguments(UploadTask task) {
    return List.of(
        "--endpoint-url=" + task.store(),
        "--numworkers=" + (task.far() ? 32 : 16),
        "--log=error",
        "cp",
        "--concurrency=1",
        // Files below a part's size go in one request.
        "--part-size=100",
        task.folder() + "/",
        "s3://" + UploadTask.BUCKET + "/set/");
  }

  @Override
  public Map<String, String> environment(UploadTask task) {
    var environment = new HashMap<>(AwsCli.credentials(task));
    environment.put("SSL_CERT_FILE", task.certificate().pem().toString());
    return environment;
  }
}
