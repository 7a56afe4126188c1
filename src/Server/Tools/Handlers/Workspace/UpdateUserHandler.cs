using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes a member's name or role: ClickUp takes them only together, so what was not given is read first.</summary>
internal sealed class UpdateUserHandler : IToolHandler<ResolvedUpdateUser>
{
    // The roles that every workspace has; custom ones have other numbers, and each builds on one of these.
    private const int AdminRole = 2;
    private const int MemberRole = 3;
    private const int GuestRole = 4;

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUpdateUser arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement read = await context.SendAsync(arguments.GetUser(includeShared: false), cancellationToken);
        JsonElement user = read.Member("member").Member("user");
        int role = Number(user, "role");
        if (role == GuestRole)
        {
            throw new ActionableException(
                $"{OutputSanitizer.CleanLine(arguments.Given.User.Text)} is a guest, not a member.",
                "ClickUp changes guests with an operation of their own.",
                "Use edit_guest."
            );
        }

        bool wasAdmin = role <= AdminRole;
        bool isAdmin =
            arguments.CustomRole is { } custom && arguments.Admin is null
                ? await IsOfAdminsAsync(custom.Value, arguments, context, cancellationToken) ?? wasAdmin
                : arguments.Admin ?? wasAdmin;
        int kept = isAdmin == wasAdmin ? Number(user.Member("custom_role"), "id") : 0;
        long number =
            arguments.CustomRole is { } given ? long.Parse(given.Value, CultureInfo.InvariantCulture)
            : kept > 0 ? kept
            : isAdmin ? AdminRole
            : MemberRole;
        string name = arguments.Username ?? user.Text("username") ?? user.Text("email") ?? string.Empty;
        return HandlerResult.OfRequest(arguments.PutUser(name, isAdmin, number));
    }

    /// <summary>Whether a custom role builds on that of admins; null when ClickUp does not show the role.</summary>
    private static async ValueTask<bool?> IsOfAdminsAsync(
        string role,
        ResolvedUpdateUser arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement roles = await context.SendAsync(arguments.GetCustomRoles(), cancellationToken);
        JsonElement found = roles.Items("custom_roles").FirstOrDefault(item => item.Text("id") == role);
        return found.ValueKind == JsonValueKind.Object ? Number(found, "inherited_role") == AdminRole : null;
    }

    private static int Number(JsonElement item, string member) =>
        LenientValue.Number(item.Member(member)) is { } number ? (int)number : 0;
}
