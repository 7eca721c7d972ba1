interface ServiceError extends Error {
  readonly $metadata?: { readonly attempts?: number };
}

/** What CloudFormation and the SDK refuse, by the names of their errors and, where they have none of their own, by the message. */
const explanations: readonly { readonly names: RegExp; readonly message?: RegExp; readonly says: (stack: string, region: string, error: ServiceError) => string }[] = [
  { names: /^ValidationError$/, message: /does not exist/, says: (stack, region) => `there is no stack '${stack}' in ${region}, for the account of these credentials` },
  {
    names: /^(AccessDenied|AccessDeniedException|UnauthorizedAccess)$/,
    says: (stack, region, { message }) => `access to stack '${stack}' in ${region} is denied; it takes cloudformation:DescribeStacks and cloudformation:GetTemplate: ${message}`,
  },
  {
    names: /^(Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|TooManyRequestsException)$/,
    says: (_, region, { $metadata }) => `CloudFormation in ${region} has too many requests${($metadata?.attempts ?? 1) > 1 ? `, also after ${$metadata!.attempts} attempts` : ''}: try again later, or set AWS_MAX_ATTEMPTS`,
  },
  {
    names: /^(ExpiredToken|ExpiredTokenException|RequestExpired|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|IncompleteSignature|AuthFailure)$/,
    says: (_stack, _region, { message }) => `AWS does not take the credentials: ${message}`,
  },
  {
    names: /^(CredentialsProviderError|TokenProviderError)$/,
    says: (_stack, _region, { message }) => `there are no credentials: sign in, name a profile with --profile, or set those of the environment (${message})`,
  },
];

/** An error of the SDK in words. */
export function explainCloudFormationError(error: ServiceError, stack: string, region: string): Error {
  const explanation = explanations.find(({ names, message }) => names.test(error.name) && (message?.test(error.message) ?? true));
  return new Error(explanation?.says(stack, region, error) ?? `CloudFormation in ${region} can't be asked: ${error.name}: ${error.message}`, { cause: error });
}
