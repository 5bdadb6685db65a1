package io.deco.autoconfigure;

/**
 * A concurrent method asks for something that does not exist.
 */
@SuppressWarnings("serial") // never serialized
class InvalidDeclarationException extends RuntimeException {

	private final String cure;

	InvalidDeclarationException(String beanName, ConcurrentDeclaration declaration, String problem, String cure) {
		super("The @Concurrent method '%s' of the bean '%s' %s".formatted(declaration.qualifiedName(), beanName,
				problem));
		this.cure = cure;
	}

	String cure() {
		return this.cure;
	}

}
