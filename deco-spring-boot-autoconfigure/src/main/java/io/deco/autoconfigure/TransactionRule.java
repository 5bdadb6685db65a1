package io.deco.autoconfigure;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.autoconfigure.DecoProperties.Transaction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;

/**
 * Keeps calls in an active transaction in their caller: a transaction belongs to its
 * thread, and another thread would not see it.
 */
final class TransactionRule {

	private static final Log logger = LogFactory.getLog(TransactionRule.class);

	private static final boolean TRANSACTIONS = ClassUtils.isPresent(
			"org.springframework.transaction.support.TransactionSynchronizationManager",
			TransactionRule.class.getClassLoader());

	private final Transaction policy;

	private final Set<Method> warned = ConcurrentHashMap.newKeySet();

	TransactionRule(Transaction policy) {
		this.policy = policy;
	}

	@Nullable String inlineReason(ConcurrentDeclaration declaration) {
		if (!TRANSACTIONS || !TransactionSynchronizationManager.isActualTransactionActive()) {
			return null;
		}
		if (this.policy == Transaction.FAIL) {
			throw new IllegalStateException(
					("The @Concurrent method '%s' was called in an active transaction, which deco.transaction=fail "
							+ "forbids. Call it outside the transaction, or let it run in its caller "
							+ "with deco.transaction=inline.")
						.formatted(declaration.qualifiedName()));
		}
		if (this.policy == Transaction.WARN && this.warned.add(declaration.method())) {
			logger.warn(("The @Concurrent method '%s' was called in an active transaction and runs in its caller. "
					+ "This is logged once; deco.transaction=inline stops it.")
				.formatted(declaration.qualifiedName()));
		}
		return "transaction";
	}

}
