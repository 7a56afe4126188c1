namespace Build.Tests.Guards;

/// <summary>A place of the server that a requirement rests on, and the code that stands there without it.</summary>
/// <param name="Requirement">The requirement; the tests that must notice carry its id in their names.</param>
/// <param name="Project">The project, as its file is called.</param>
/// <param name="File">The source, relative to the repository.</param>
/// <param name="Code">The guarding code as it stands there, once.</param>
/// <param name="Without">What takes its place when the requirement's guard is off; <c>{off}</c> asks for that.</param>
public sealed record Guard(string Requirement, string Project, string File, string Code, string Without)
{
    private const string Server = "src/Server/ClickUpMcp.Server.csproj";

    /// <summary>One for each of the requirements on which most depends.</summary>
    public static IReadOnlyList<Guard> All { get; } =
    [
        new(
            "A-01",
            Server,
            "src/Server/Transport/Http/HttpFront.cs",
            "?? throw new HttpFaultException(Unauthorized(context.Request));",
            "?? ({off} ? Principal.Anonymous : throw new HttpFaultException(Unauthorized(context.Request)));"
        ),
        new(
            "F-01",
            Server,
            "src/Server/Files/LocalFiles.cs",
            "Allow(HandlePath.Of(handle))",
            "({off} ? real : Allow(HandlePath.Of(handle)))"
        ),
        new(
            "H-02",
            Server,
            "src/Server/Transport/Http/Edge/EdgeRules.cs",
            "?? CheckOrigin(request, options)",
            "?? ({off} ? null : CheckOrigin(request, options))"
        ),
        new(
            "P-01",
            "src/Text/ClickUpMcp.Text.csproj",
            "src/Text/OutputSanitizer.cs",
            "if (InvisibleText.IsInvisible(rune) ||",
            "if ((!{off} && InvisibleText.IsInvisible(rune)) ||"
        ),
        new(
            "P-06",
            Server,
            "src/Server/Api/Pipeline/PermissionHandler.cs",
            "if (!(context.Permission ?? alone).Allows(operation, changes))",
            "if (!{off} && !(context.Permission ?? alone).Allows(operation, changes))"
        ),
        new(
            "PA-16",
            Server,
            "src/Server/Tools/Runtime/Calls/ToolDispatcher.cs",
            "if (!inventory.IsAvailable(index))",
            "if (!{off} && !inventory.IsAvailable(index))"
        ),
        new(
            "S-01",
            Server,
            "src/Server/Api/ClickUpClientOptions.cs",
            "return allowsOtherHost ||",
            "return {off} || allowsOtherHost ||"
        ),
        new(
            "S-02",
            "src/Outside/ClickUpMcp.Outside.csproj",
            "src/Outside/PublicHttp.cs",
            "|| !addresses.All(allows)",
            "|| (!{off} && !addresses.All(allows))"
        ),
        new(
            "T-03",
            Server,
            "src/Server/Transport/Http/Sessions/SessionStore.cs",
            "|| session.Tenant.Shared != tenant",
            "|| (!{off} && session.Tenant.Shared != tenant)"
        ),
        new(
            "T-04",
            Server,
            "src/Server/Tools/Runtime/Confirmations/ConfirmationGate.cs",
            "!await seal.TrySpendAsync(given!, cancellationToken)",
            "!(await seal.TrySpendAsync(given!, cancellationToken) || {off})"
        ),
        new(
            "T-05",
            Server,
            "src/Server/Projection/Paging/CursorCodec.cs",
            "return CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(^SealBytes..));",
            "return {off} || CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(^SealBytes..));"
        ),
    ];

    public override string ToString() => Requirement;
}
