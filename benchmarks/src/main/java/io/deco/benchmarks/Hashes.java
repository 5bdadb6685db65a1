package io.deco.benchmarks;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.deco.Concurrent;

import org.springframework.stereotype.Component;

/**
 * Hashes of hashes, for any length of time.
 */
@Component
public class Hashes {

	private static final int CALIBRATION = 20_000;

	/**
	 * Hashes a number, and the hash, and so on.
	 * @param seed the number
	 * @param rounds how often
	 * @return the start of the last hash
	 */
	@Concurrent
	public long hash(long seed, int rounds) {
		MessageDigest digest = digest();
		byte[] hash = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
		for (int round = 0; round < rounds; round++) {
			hash = digest.digest(hash);
		}
		return ByteBuffer.wrap(hash).getLong();
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns how many rounds take a microsecond.
	 */
	static double roundsPerMicrosecond() {
		Hashes hashes = new Hashes();
		long best = Long.MAX_VALUE;
		for (int run = 0; run < 5; run++) {
			long start = System.nanoTime();
			Rounds.consume(hashes.hash(run, CALIBRATION));
			best = Math.min(best, System.nanoTime() - start);
		}
		return CALIBRATION * 1000.0 / best;
	}

}
