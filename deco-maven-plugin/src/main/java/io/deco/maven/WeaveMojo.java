package io.deco.maven;

import org.apache.maven.plugin.AbstractMojo;

/**
 * Skeleton.
 */
public class WeaveMojo extends AbstractMojo {

	@Override
	public void execute() {
	}

}
