using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>One kind of token that lets somebody in.</summary>
internal interface ITokenKind
{
    /// <summary>What its principals are.</summary>
    PrincipalKind Kind { get; }

    /// <summary>Whom a token stands for; null when it is not a good one of this kind.</summary>
    /// <param name="credential">What the request presents.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpFaultException">It is a good one, but may not be used like this.</exception>
    ValueTask<Principal?> FindAsync(PresentedToken credential, CancellationToken cancellationToken);

    /// <summary>Whether a principal of this kind may still come in.</summary>
    ValueTask<bool> KnowsAsync(Principal principal, CancellationToken cancellationToken);
}
