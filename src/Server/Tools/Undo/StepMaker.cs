using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Makes of one write, what was there before it and its response what undoes it.</summary>
/// <param name="rule">How its operation is undone.</param>
/// <param name="values">The write's values.</param>
/// <param name="zones">The zones in which dates without a time are told.</param>
internal sealed class StepMaker(UndoRule rule, UndoValues values, DateZones zones)
{
    private const string Unknown = "What was there before it could not be read.";
    private const string NotShown = "Nothing that came back shows what would have to be undone.";

    private ClickUpRequest Request => values.Request;

    /// <summary>The step; null where the write changed nothing.</summary>
    public ChangeStep? Make()
    {
        ChangeStep step = new()
        {
            Operation = Request.Operation,
            Method = Request.Method,
            Path = Request.Path,
            About = About(),
            Cannot = rule.Cannot,
            Lost = rule.Lost,
            Invalidates = [.. Request.Invalidates.Members().Select(static kind => (int)kind)],
        };
        if (rule.Cannot is not null)
        {
            return step;
        }

        bool isUnread = rule.Read is not null && values.Before.ValueKind == JsonValueKind.Undefined;
        if (isUnread && (rule.Adds ?? rule.Removes) is null)
        {
            return step with { Cannot = Unknown };
        }

        if (!isUnread && rule.Adds is { } adds && IsThere(adds))
        {
            return null;
        }

        if (!isUnread && rule.Removes is { } removes && !IsThere(removes))
        {
            return null;
        }

        values.Thing = ThingOf(values.Before, rule.Thing is { } place ? values.Fill(place) : null);
        return rule switch
        {
            { Special: "task" } => step with { Snapshot = values.Before.GetRawText() },
            { Special: "fieldValue" } => OfField(step),
            { Restore.ValueKind: JsonValueKind.Object } => OfFormer(step),
            _ => OfOther(step),
        };
    }

    /// <summary>The thing in what was read; undefined where it is not there.</summary>
    public static JsonElement ThingOf(JsonElement read, string? path) =>
        read.ValueKind == JsonValueKind.Undefined ? default
        : path is null ? WriteCheck.Unwrap(read)
        : UndoPath.Select(read, path).FirstOrDefault();

    private ChangeStep OfField(ChangeStep step)
    {
        if (FieldUndo.Of(values, values.Before) is not { } undo)
        {
            return step with { Cannot = "The task does not show what the field held before." };
        }

        return step with
        {
            Undo = [undo],
            Look = Look(),
        };
    }

    private ChangeStep OfFormer(ChangeStep step)
    {
        JsonElement response = ThingOf(values.Response, rule.Thing is { } path ? values.Fill(path) : null);
        FormerValues former = new(rule.Restore, values.Body, values.Thing, response, zones);
        if (former.Body is not { } body)
        {
            return step with
            {
                Cannot = $"ClickUp does not show what was there before: {string.Join(", ", former.Hidden)}.",
            };
        }

        UndoRequest undo = new(Request.Operation, Request.Method, Request.Path, Request.Query, body)
        {
            ValueSegments = Request.ValueSegments,
        };
        UndoLook? look = Look();
        return step with
        {
            Undo = [undo],
            Look = look is null ? null : look with { Left = former.Left },
            Lost =
                former.Hidden.Count == 0
                    ? rule.Lost
                    : $"{rule.Lost} The former value of {string.Join(", ", former.Hidden)}, which ClickUp does not show.".Trim(),
        };
    }

    private ChangeStep OfOther(ChangeStep step)
    {
        UndoBy by = rule.By.First(one => one.When is null || values.Select(one.When).Count > 0);
        if (by.Fill(values) is not { } undo)
        {
            return step with { Cannot = NotShown };
        }

        UndoLook? look = Look();
        if (look is not null && rule.Left.ValueKind == JsonValueKind.Object)
        {
            look = look with
            {
                Left =
                [
                    .. rule
                        .Left.EnumerateObject()
                        .Select(left => (left.Name, Value: values.Text(left.Value.GetString()!)))
                        .Where(static left => left.Value is not null)
                        .Select(static left => new LeftValue(left.Name, UndoText.Plain(left.Value!))),
                ],
            };
        }

        return step with
        {
            Undo = [undo],
            Look = look,
        };
    }

    private UndoLook? Look()
    {
        if ((rule.Look ?? rule.Read) is not { } read || ReadOf(read) is not { } request)
        {
            return null;
        }

        // What is removed is no longer there to be looked at.
        bool removes = Request.Method == ClickUpMethod.Delete && (rule.Removes, rule.Special) is (null, null);
        if (removes)
        {
            return null;
        }

        bool isOfMade = rule.Look is not null && rule.Unless is null;
        return new UndoLook(request, (rule.Now ?? rule.Thing) is { } path ? values.Fill(path) : null)
        {
            Version = WriteCheck.Unwrap(values.Response).Text("date_updated"),
            Added = rule.Adds is null ? null : Filled(rule.Adds),
            Removed = rule.Removes is null ? null : Filled(rule.Removes),
            Unless = rule.Unless is null ? null : values.Fill(rule.Unless),
            IsOfMade = isOfMade,
            Left = isOfMade ? Shown() : [],
        };
    }

    // What a thing shows once it is made, of what people change.
    private List<LeftValue> Shown()
    {
        JsonElement made = WriteCheck.Unwrap(values.Response);
        return
        [
            .. from place in (string[])
                [
                    "name",
                    "description",
                    "content",
                    "status",
                    "due_date",
                    "assignees",
                    "tags",
                    "items",
                    "start",
                    "duration",
                ]
            from shown in UndoPath.Select(made, place)
            select new LeftValue(place, UndoText.Of(shown)),
        ];
    }

    private string Filled(string paths) => string.Join('|', paths.Split('|').Where(HasAll).Select(values.Fill));

    private UndoRequest? ReadOf(string read) =>
        read == UndoRule.OwnRead
            ? OwnRead(Request) is { } own
                ? new UndoRequest(own.Operation, own.Method, own.Path, own.Query) { ValueSegments = own.ValueSegments }
                : null
            : UndoBy.Parse(read).Fill(values);

    /// <summary>What a request itself reads back; null for nothing.</summary>
    public static ClickUpRequest? OwnRead(ClickUpRequest request) =>
        request.ReadBack ?? (request.Removed.Count > 0 ? request.Removed[0].Read : null);

    private bool IsThere(string expression) =>
        expression.Split('|').Any(one => HasAll(one) && UndoPath.Select(values.Before, values.Fill(one)).Count > 0);

    // A condition whose value was not sent is no condition.
    private bool HasAll(string expression) =>
        UndoTemplate.Fill(expression, values.Text, static text => text) is not null;

    private string? About()
    {
        JsonElement thing = WriteCheck.Unwrap(
            values.Before.ValueKind == JsonValueKind.Object ? values.Before : values.Response
        );
        return thing.Text("name")
            ?? thing.Member("task").Text("name")
            ?? WriteCheck.Unwrap(values.Response).Text("name")
            ?? values.Body.Text("name");
    }
}
