package io.deco.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Skeleton.
 */
@Mojo(name = "weave", defaultPhase = LifecyclePhase.PROCESS_CLASSES)
public class WeaveMojo extends AbstractMojo {

	@Override
	public void execute() {
	}

}
