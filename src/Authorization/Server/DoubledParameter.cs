using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Refuses requests with a parameter that comes twice: two readers might each take another of its values.</summary>
internal sealed class DoubledParameter
    : IOpenIddictServerHandler<ValidateTokenRequestContext>,
        IOpenIddictServerHandler<ValidateRevocationRequestContext>
{
    /// <summary>What is wrong with the request; null if nothing is.</summary>
    /// <remarks>Of <c>resource</c> there may be several (RFC 8707); who reads it decides.</remarks>
    public static string? In(OpenIddictRequest request) =>
        request
            .GetParameters()
            .FirstOrDefault(static pair => pair.Key != Parameters.Resource && pair.Value.Count > 1)
            .Key
            is { } name
            ? $"The parameter {Shown(name)} comes more than once; send it once."
            : null;

    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        Check(context, context.Request);
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(ValidateRevocationRequestContext context)
    {
        Check(context, context.Request);
        return ValueTask.CompletedTask;
    }

    private static void Check(BaseValidatingContext context, OpenIddictRequest request)
    {
        if (In(request) is { } doubled)
        {
            context.Reject(Errors.InvalidRequest, doubled);
        }
    }

    // What others call their parameters is not repeated, but for the names of the protocol.
    private static string Shown(string name) =>
        name.Length <= 40 && name.All(static c => char.IsAsciiLetterLower(c) || c == '_') ? name : "in question";
}
