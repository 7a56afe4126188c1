namespace ClickUpMcp.Generators.Spec;

/// <summary>Every key of the language; a test holds the JSON Schema to the same tables.</summary>
internal static class KnownKeys
{
    public static readonly KeyTable Root = new(
        "root",
        "the root",
        "$schema",
        "specVersion",
        "server",
        "upstream",
        "workspace",
        "api",
        "operations",
        "reads",
        "undo",
        "places",
        "categories",
        "personas",
        "entities",
        "argumentSets",
        "shapes",
        "unbound",
        "bulk",
        "clients",
        "search",
        "prompts",
        "resources"
    );

    public static readonly KeyTable Server = new(
        "server",
        "the server",
        "name",
        "title",
        "instructions",
        "defaultPersona",
        "clientArguments"
    );
    public static readonly KeyTable Upstream = new(
        "upstream",
        "the API",
        "name",
        "key",
        "errors",
        "rateLimit",
        "fileHosts"
    );
    public static readonly KeyTable UpstreamKey = new("upstreamKey", "the key", "header", "scheme", "bare");
    public static readonly KeyTable UpstreamErrors = new("upstreamErrors", "the errors", "code", "message", "rules");
    public static readonly KeyTable ErrorRule = new(
        "errorRule",
        "a rule of errors",
        "codes",
        "status",
        "kind",
        "what",
        "why",
        "next",
        "quote"
    );
    public static readonly KeyTable Undo = new(
        "undo",
        "a way to undo",
        "cannot",
        "read",
        "thing",
        "by",
        "body",
        "restore",
        "special",
        "make",
        "look",
        "now",
        "left",
        "adds",
        "removes",
        "unless",
        "lost"
    );
    public static readonly KeyTable UndoBy = new("undoBy", "a request that undoes", "when", "send", "body");
    public static readonly KeyTable UndoRestore = new(
        "undoRestore",
        "a former value",
        "from",
        "added",
        "removed",
        "to",
        "empty",
        "emptyBy",
        "words",
        "with",
        "mode"
    );
    public static readonly KeyTable RateLimit = new(
        "rateLimit",
        "the rate limit",
        "limit",
        "remaining",
        "reset",
        "resetIs"
    );
    public static readonly KeyTable Workspace = new("workspace", "the workspace", "description", "aliases");
    public static readonly KeyTable Bulk = new(
        "bulk",
        "a kind of bulk call",
        "items",
        "item",
        "aliases",
        "description",
        "listed",
        "where",
        "nested"
    );
    public static readonly KeyTable BulkNested = new(
        "bulkNested",
        "nested things",
        "argument",
        "tool",
        "as",
        "sample",
        "inherits"
    );
    public static readonly KeyTable Clients = new("clients", "the clients", "resultBytes", "known");
    public static readonly KeyTable KnownClient = new("knownClient", "a client", "name", "resultBytes", "reason");
    public static readonly KeyTable Search = new("search", "the search", "fillers", "synonyms", "intents", "limits");
    public static readonly KeyTable SearchLimit = new("searchLimit", "a limit", "wish", "reason", "keywords");
    public static readonly KeyTable Prompt = new(
        "prompt",
        "a prompt",
        "title",
        "description",
        "arguments",
        "tools",
        "text"
    );
    public static readonly KeyTable PromptArgument = new(
        "promptArgument",
        "an argument of a prompt",
        "description",
        "entities",
        "values",
        "default"
    );
    public static readonly KeyTable Resource = new(
        "resource",
        "a kind of resources",
        "uri",
        "title",
        "description",
        "tool",
        "arguments",
        "watch"
    );
    public static readonly KeyTable Category = new("category", "a category", "title", "description");
    public static readonly KeyTable Persona = new("persona", "a persona", "description", "include", "exclude", "reach");

    public static readonly KeyTable Selector = new(
        "selector",
        "a selector",
        "tool",
        "tools",
        "category",
        "readOnly",
        "destructive",
        "scope"
    );

    public static readonly KeyTable Entity = new(
        "entity",
        "an entity",
        "noun",
        "plural",
        "idType",
        "resolver",
        "listing"
    );

    public static readonly KeyTable Listing = new(
        "listing",
        "a listing",
        "operation",
        "arguments",
        "in",
        "items",
        "idForm",
        "adjective",
        "sigil",
        "builtIn"
    );

    public static readonly KeyTable Shape = new("shape", "a shape", "plural", "extends", "author", "fields");
    public static readonly KeyTable Author = new("author", "an author", "by", "names", "texts");
    public static readonly KeyTable ShapeField = new(
        "shapeField",
        "a field",
        "kind",
        "from",
        "label",
        "level",
        "maxLength",
        "entity",
        "pair",
        "mutual",
        "values",
        "aliases"
    );
    public static readonly KeyTable ToolFile = new("toolFile", "a tools file", "$schema", "shapes", "tools");

    public static readonly KeyTable Tool = new(
        "tool",
        "a tool",
        "name",
        "title",
        "category",
        "scope",
        "plan",
        "description",
        "aliases",
        "keywords",
        "since",
        "internal",
        "annotations",
        "arguments",
        "argumentSets",
        "unboundReason",
        "unseenReason",
        "rules",
        "bulk",
        "request",
        "requests",
        "handler",
        "handlerReason",
        "needsWorkspace",
        "uses",
        "response",
        "examples"
    );

    public static readonly KeyTable Annotations = new(
        "annotations",
        "the annotations",
        "readOnly",
        "destructive",
        "idempotent",
        "openWorld"
    );

    /// <summary>Keys of a type; the constraints apply to some types only (<see cref="ConstraintTable"/>).</summary>
    public static readonly KeyTable Item = new(
        "item",
        "an item type",
        "type",
        "entity",
        "within",
        "mayBeNew",
        "newUnless",
        "mentions",
        "minLength",
        "maxLength",
        "format",
        "minimum",
        "maximum",
        "edge",
        "direction",
        "holds",
        "maxBytes",
        "values",
        "items",
        "minItems",
        "maxItems",
        "uniqueItems",
        "all",
        "record",
        "fields"
    );

    public static readonly KeyTable Field = new(
        "field",
        "a field",
        [.. Item.Keys, "required", "aliases", "description", "default", "listed", "wire"]
    );

    public static readonly KeyTable Argument = new(
        "argument",
        "an argument",
        [
            .. Item.Keys,
            "required",
            "aliases",
            "description",
            "default",
            "listed",
            "local",
            "clearable",
            "unboundReason",
            "unseenReason",
            "kept",
        ]
    );

    public static readonly KeyTable Rule = new(
        "rule",
        "a rule",
        "exactlyOne",
        "atLeastOne",
        "atMostOne",
        "requires",
        "ordered",
        "increasing",
        "notFuture",
        "spanNotFuture",
        "distinct",
        "mayBeSame"
    );

    public static readonly KeyTable Request = new(
        "request",
        "a request",
        "when",
        "operation",
        "api",
        "method",
        "path",
        "query",
        "headers",
        "errors",
        "body",
        "form",
        "customTaskIds",
        "invalidates",
        "readBack",
        "emptyResponse",
        "existing",
        "unbound",
        "deviations"
    );

    public static readonly KeyTable ReadBack = new(
        "readBack",
        "a comparison",
        "shown",
        "from",
        "for",
        "with",
        "gone",
        "alike",
        "next"
    );

    public static readonly KeyTable FormFile = new("formFile", "a file of a form", "file", "name");

    public static readonly KeyTable Error = new("error", "an error", "what", "why", "next");

    public static readonly KeyTable Response = new(
        "response",
        "a response",
        "shape",
        "path",
        "list",
        "children",
        "filter",
        "layout",
        "level",
        "limit",
        "maxLimit",
        "pagination",
        "leavesOut",
        "total",
        "outcome"
    );

    public static readonly KeyTable LeftOut = new(
        "leftOut",
        "what a list leaves out",
        "what",
        "argument",
        "by",
        "unless",
        "when"
    );

    public static readonly KeyTable Total = new("total", "a total", "field", "by");

    public static readonly KeyTable Pagination = new(
        "pagination",
        "a pagination",
        "style",
        "first",
        "pageSize",
        "parameter",
        "next",
        "last",
        "lastItem"
    );

    public static readonly KeyTable Example = new("example", "an example", "arguments", "request", "body");

    public static IReadOnlyList<KeyTable> All { get; } =
    [
        Root,
        Server,
        Upstream,
        UpstreamKey,
        UpstreamErrors,
        ErrorRule,
        Undo,
        UndoBy,
        UndoRestore,
        RateLimit,
        Workspace,
        Bulk,
        BulkNested,
        Clients,
        KnownClient,
        Search,
        SearchLimit,
        Prompt,
        PromptArgument,
        Resource,
        Category,
        Persona,
        Selector,
        Entity,
        Listing,
        Shape,
        Author,
        ShapeField,
        ToolFile,
        Tool,
        Annotations,
        Item,
        Field,
        Argument,
        Rule,
        Request,
        ReadBack,
        FormFile,
        Error,
        Response,
        Pagination,
        LeftOut,
        Total,
        Example,
    ];
}
