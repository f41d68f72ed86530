package io.flighthubcamunda.simulator;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Remembers the ETag that each upload was answered with. The filesystem store keeps it in extended
 * attributes, which not every filesystem has.
 */
final class EtagRecorder extends ForwardingBlobStore {

  private final Map<String, String> etags = new ConcurrentHashMap<>();

  EtagRecorder(BlobStore store) {
    super(store);
  }

  /** The ETag of an object without quotes. */
  Optional<String> etag(String key) {
    return Optional.ofNullable(etags.get(key));
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    PutObjectResponse response = super.putBlob(request, content);
    etags.put(request.key(), unquoted(response.eTag()));
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    etags.put(request.key(), unquoted(response.eTag()));
    return response;
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    etags.remove(request.key());
    return super.removeBlob(request);
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
