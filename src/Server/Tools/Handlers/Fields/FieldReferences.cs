using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads which people, tasks or files a field is to hold.</summary>
/// <param name="field">The field.</param>
/// <param name="held">The field as the task shows it now; what it shows is known by name.</param>
/// <param name="context">The call.</param>
internal sealed class FieldReferences(CustomFieldInfo field, JsonElement held, ToolCallContext context)
{
    private readonly Dictionary<string, string> _shown = Shown(held);

    /// <summary>What is to be in the field: all of a list, or what an object with add and rem says; null when the value is neither.</summary>
    public async ValueTask<FieldChange?> ReadAsync(JsonElement value, CancellationToken cancellationToken)
    {
        bool hasNumbers = field.Type == "users";
        if (WrittenValue.Unwrap(value) is not { ValueKind: JsonValueKind.Object } sides)
        {
            return await IdsAsync(value, cancellationToken) is { } all
                ? new FieldChange(all, [], IsWhole: true, hasNumbers)
                : null;
        }

        bool hasAdd = sides.TryGetProperty("add", out JsonElement added);
        bool hasRemove = sides.TryGetProperty("rem", out JsonElement removed);
        return
            (hasAdd || hasRemove)
            && (hasAdd ? await IdsAsync(added, cancellationToken) : []) is { } gained
            && (hasRemove ? await IdsAsync(removed, cancellationToken) : []) is { } lost
            ? new FieldChange(gained, lost, IsWhole: false, hasNumbers)
            : null;
    }

    private async ValueTask<IReadOnlyList<string>?> IdsAsync(JsonElement value, CancellationToken cancellationToken)
    {
        List<string> ids = [];
        foreach (JsonElement item in WrittenValue.Items(value, _shown.ContainsKey))
        {
            if ((item.Text() ?? item.Text("id")) is not { } text)
            {
                return null;
            }

            string name = OutputSanitizer.CleanLine(text);
            string id = _shown.TryGetValue(name, out string? known) ? known : await FindAsync(text, cancellationToken);
            // A name that nothing has is a problem of the call and has no id.
            if (id.Length > 0 && !ids.Contains(id))
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private async ValueTask<string> FindAsync(string text, CancellationToken cancellationToken) =>
        field.Type switch
        {
            "users" => await FindPersonAsync(text, cancellationToken),
            "attachment" => await FindFileAsync(text.Trim(), cancellationToken),
            _ => await ResolveAsync(EntityKind.Task, text, cancellationToken),
        };

    // A group may stand where a person may; what is neither is a problem of the call, as a person.
    private async ValueTask<string> FindPersonAsync(string text, CancellationToken cancellationToken)
    {
        if (EntityText.IsUuid(text.Trim()))
        {
            return await ResolveAsync(EntityKind.UserGroup, text, cancellationToken);
        }

        return await TryFindAsync(EntityKind.Member, text, cancellationToken)
            ?? await TryFindAsync(EntityKind.UserGroup, text, cancellationToken)
            ?? await ResolveAsync(EntityKind.Member, text, cancellationToken);
    }

    private async ValueTask<string?> TryFindAsync(EntityKind kind, string text, CancellationToken cancellationToken)
    {
        try
        {
            ResolutionScope scope = context.Scope(allowCustomId: false);
            EntityId found = await context.Services.Names.ResolveAsync(
                new EntityReference(kind, text),
                scope,
                cancellationToken
            );
            return found.Value;
        }
        catch (ActionableException unknown) when (unknown.IsOfCaller)
        {
            return null;
        }
    }

    /// <summary>A file that was uploaded to the field, by its id or name.</summary>
    private async ValueTask<string> FindFileAsync(string text, CancellationToken cancellationToken)
    {
        WorkspaceId workspace = WorkspaceId.Of(await context.ResolveWorkspaceAsync(cancellationToken));
        JsonElement response = await context.SendAsync(
            ClickUpOperations.ReadFieldFiles(field.Id, workspace),
            cancellationToken
        );
        List<JsonElement> files = [.. response.Items("data")];
        List<JsonElement> found = files.FindAll(file => file.Text("id") == text);
        if (found.Count == 0)
        {
            found = files.FindAll(file => string.Equals(file.Text("title"), text, StringComparison.OrdinalIgnoreCase));
        }

        return found.Count == 1
            ? found[0].Text("id")!
            : throw new ActionableException(
                found.Count == 0
                    ? $"The field {field.Name} has no such file."
                    : $"{found.Count} files of the field {field.Name} have that name.",
                "A file field holds files that were uploaded to it.",
                found.Count == 0
                    ? "Upload the file with upload_attachment, naming task and custom_field, which also puts it into the field."
                    : "Give the file's id.",
                [.. (found.Count == 0 ? files : found).Select(static f => $"{f.Text("title")} (id {f.Text("id")})")]
            );
    }

    private async ValueTask<string> ResolveAsync(EntityKind kind, string text, CancellationToken cancellationToken)
    {
        EntityId found = await context.ResolveAsync(
            new EntityReference(kind, text),
            context.Scope(allowCustomId: false),
            cancellationToken
        );
        return found.Value;
    }

    private static Dictionary<string, string> Shown(JsonElement field)
    {
        Dictionary<string, string> shown = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonElement item in field.Items("value"))
        {
            if (LenientValue.Text(item) is { } name && (item.Text("id") ?? item.Text()) is { } id)
            {
                shown.TryAdd(name, id);
            }
        }

        return shown;
    }
}
