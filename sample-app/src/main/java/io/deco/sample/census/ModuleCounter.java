package io.deco.sample.census;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import io.deco.Concurrent;

import org.springframework.asm.ClassReader;
import org.springframework.stereotype.Component;

/**
 * Counts what a module holds: reads, parses, digests and deflates each class file.
 */
@Component
public class ModuleCounter {

	private final JdkImage image;

	ModuleCounter(JdkImage image) {
		this.image = image;
	}

	@Concurrent
	public ModuleCount count(String module) throws IOException {
		List<Path> classFiles = this.image.classFiles(module);
		MessageDigest digest = sha256();
		Deflater deflater = new Deflater();
		try (DeflaterOutputStream deflated = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater,
				64 * 1024); OutputStream digested = new DigestOutputStream(deflated, digest)) {
			int methods = 0;
			for (Path classFile : classFiles) {
				byte[] bytes = Files.readAllBytes(classFile);
				digested.write(bytes);
				methods += MethodCount.of(new ClassReader(bytes));
			}
			deflated.finish();
			return new ModuleCount(module, classFiles.size(), methods, deflater.getBytesRead(),
					deflater.getBytesWritten(), HexFormat.of().formatHex(digest.digest()));
		}
		finally {
			deflater.end();
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
