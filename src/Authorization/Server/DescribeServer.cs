using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Makes the metadata say what this server does (RFC 8414), and nothing of OpenID Connect, which it does not.</summary>
internal sealed class DescribeServer(AuthorizationOptions options)
    : IOpenIddictServerHandler<ApplyConfigurationResponseContext>
{
    private static readonly string[] NotHere =
    [
        Metadata.ClaimsParameterSupported,
        Metadata.ClaimsSupported,
        Metadata.IdTokenSigningAlgValuesSupported,
        Metadata.PromptValuesSupported,
        Metadata.RequestParameterSupported,
        Metadata.RequestUriParameterSupported,
        Metadata.SubjectTypesSupported,
    ];

    public ValueTask HandleAsync(ApplyConfigurationResponseContext context)
    {
        OpenIddictResponse response = context.Response;
        foreach (string name in NotHere)
        {
            response.RemoveParameter(name);
        }

        response.SetParameter(Metadata.Issuer, options.Issuer);
        response.SetParameter(Metadata.AuthorizationResponseIssParameterSupported, true);
        response.SetParameter("client_id_metadata_document_supported", options.AllowsClientDocuments);
        if (options.AllowsRegistration)
        {
            response.SetParameter("registration_endpoint", options.Issuer + Paths.Register);
        }

        return ValueTask.CompletedTask;
    }
}
