terraform {
  backend "s3" {
    bucket = "<team>-terraform"
    key    = "<service>.tfstate"
  }
}

resource "aws_db_instance" "database" {
  identifier              = "<service>"
  engine                  = "postgres"
  engine_version          = "16.3"
  instance_class          = "db.t4g.medium"
  allocated_storage       = <storage>
  backup_retention_period = <retention>
  multi_az                = true
  storage_encrypted       = true
}

resource "aws_sqs_queue" "events" {
  name                       = "<service>-events"
  visibility_timeout_seconds = <timeout>
  message_retention_seconds  = 345600
}
